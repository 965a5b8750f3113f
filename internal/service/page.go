package service

import (
	"encoding/base64"
	"strconv"
	"strings"

	"userpoolplayground/internal/refusal"
)

// pageSize is how many a list shows at once to a call without Limit.
const pageSize = 60

// page is where a list of length things goes on, by the token that the answer before gave, and how many it shows.
func (v *visit) page(length int) (from, limit int, r *refused) {
	limit = pageSize
	if n := v.request.Get("Limit"); n != nil && n.Int() > 0 {
		limit = int(n.Int())
	}
	token := v.text("PaginationToken")
	if token == "" {
		return 0, limit, nil
	}
	read, err := base64.StdEncoding.DecodeString(token)
	number, ok := strings.CutPrefix(string(read), v.pool.ID+" ")
	from, wrong := strconv.Atoi(number)
	if err != nil || !ok || wrong != nil || from < 0 {
		return 0, 0, v.refuse(refusal.PaginationToken, "/PaginationToken", "operation", v.called.Name)
	}
	return min(from, length), limit, nil
}

// pageAt is the token of the page that begins at a place.
func (v *visit) pageAt(at int) string {
	return base64.StdEncoding.EncodeToString([]byte(v.pool.ID + " " + strconv.Itoa(at)))
}
